/** Scripts that are written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/** The way a language (BCP 47) is written, as the attribute `dir` has it. A language that is unknown is `ltr`. */
export function textDirection(lang: string): 'ltr' | 'rtl' {
  try {
    const { script = '' } = new Intl.Locale(lang).maximize();
    return RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
