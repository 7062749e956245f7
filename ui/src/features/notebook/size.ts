// A file's size as it is written in each language.
import type { Language } from '../../i18n/language';

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;
const RUSSIAN_UNITS = ['Б', 'КБ', 'МБ', 'ГБ'] as const;

/** Such as 4.8 MB; in Russian 4,8 МБ. A unit is 1024 of the one before. */
export function sizeInWords(bytes: number, language: Language): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const number = unit === 0 || size >= 10 ? String(Math.round(size)) : size.toFixed(1);
  if (language === 'ru') return `${number.replace('.', ',')} ${RUSSIAN_UNITS[unit] ?? ''}`;
  return `${number} ${UNITS[unit] ?? ''}`;
}
