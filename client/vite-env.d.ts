/// <reference types="vite/client" />
/** True in the preview that runs in the browser alone (dev:mock). */
declare const __MOCK__: boolean;
