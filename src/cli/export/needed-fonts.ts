/** What a file of letters holds, by the part of its name that says so (as Fontsource names them). */
const LETTERS: readonly (readonly [name: RegExp, letters: RegExp])[] = [
  [
    /-latin-ext-/,
    /[\u0100-\u02ba\u02bd-\u02c5\u02c7-\u02d9\u1e00-\u1eff\u20a0-\u20ab\u2113\u2c60-\u2c7f]/,
  ],
  [/-vietnamese-/, /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/],
  [/-cyrillic-/, /\p{Script=Cyrillic}/u],
  [/-greek-/, /\p{Script=Greek}/u],
  [/\bhangul-/, /\p{Script=Hangul}/u],
  [/\bhanzi-/, /\p{Script=Han}/u],
];

/** Whether a text has letters for which a page asks for a file of letters. */
export function needsFont(file: string, text: string): boolean {
  return LETTERS.every(([name, letters]) => !name.test(file) || letters.test(text));
}
