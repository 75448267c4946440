export interface DemoPlace {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
}

/** The few postal codes of Brazil that the demo knows, by their eight digits. */
export const demoPlaces: ReadonlyMap<string, DemoPlace> = new Map([
  ["01001000", { line1: "Praça da Sé", line2: "Sé", city: "São Paulo", region: "SP" }],
  ["01310100", { line1: "Avenida Paulista", line2: "Bela Vista", city: "São Paulo", region: "SP" }],
  ["88015200", { line1: "Avenida Beira-Mar", line2: "Centro", city: "Florianópolis", region: "SC" }],
  ["66010000", { line1: "Travessa do Comércio", line2: "Campina", city: "Belém", region: "PA" }],
]);
