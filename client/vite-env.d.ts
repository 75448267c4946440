/// <reference types="vite/client" />

/** True in the preview, where the console answers itself; everywhere else the mock is left out of the build. */
declare const __MOCK__: boolean;
