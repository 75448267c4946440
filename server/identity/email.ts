/** E-mail addresses of accounts are compared without regard to case and outer blanks; one form is stored. */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase();
}
