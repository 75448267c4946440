/** What a postal code says of an address; what is null there, people type. */
export interface PostalPlace {
  /** The street, without a number. */
  readonly line1: string | null;
  /** The quarter. */
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
}

/** Who knows the postal codes of a country. Throws where it cannot be asked; null: there is no such code. */
export interface PostalSource {
  find(digits: string): Promise<PostalPlace | null>;
}
