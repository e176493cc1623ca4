/**
 * A floating-point number as the package format writes it: decimal, with an exponent if need be. Undefined for all else,
 * for NaN and infinities too, and for what no double can hold: it has no value to compare.
 */
export function parseDecimal(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}
