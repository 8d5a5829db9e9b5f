/** A name in other forms than the English of 1950, as the map draws it. */
export interface NameForms {
  /** The English of today. */
  modern: string;
  /** Korean, in Hangul. */
  ko: string;
  /** Chinese, in simplified characters. */
  zh: string;
  ru: string;
}

/** What a row of `inputs/places.csv` or `inputs/labels.csv` says of a name. */
type NameRow = Record<string, string>;

/** The forms of a name, without the remarks in brackets that a table may add to them. */
export function shortForms({ modern_en = '', ko = '', zh = '', ru = '' }: NameRow): NameForms {
  return { modern: short(modern_en), ko: short(ko), zh: short(zh), ru: short(ru) };
}

/** The forms that a table has with more than the map draws, as they stand there; `period` is the English of 1950. */
export function fullForms({ name = '', period_en, modern_en, ko, zh, ru }: NameRow) {
  const all = { period: period_en, modern: modern_en, ko, zh, ru };
  const drawn: NameRow = {
    period: plain(name),
    ...shortForms({ modern_en, ko, zh, ru } as NameRow),
  };
  const longer = Object.entries(all).filter(([form, text]) => text && plain(text) !== drawn[form]);
  return Object.fromEntries(longer);
}

const short = (text: string): string => text.replace(/\s*\(.*?\)/g, '').trim();
const plain = (text: string): string => text.replaceAll('’', "'");
