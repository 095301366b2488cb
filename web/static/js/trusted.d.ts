/**
 * What we use of Trusted Types [W3C Trusted Types], which TypeScript's own types
 * of the browser do not have. Not every browser has it either.
 */
declare var trustedTypes:
  | { createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): unknown } }
  | undefined;
