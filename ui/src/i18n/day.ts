// Days as people write and read them. A day is `YYYY-MM-DD` on the wire, without a time zone.
import type { Language } from './language';

/** A day in words, such as 24 November 2026. */
export function dayInWords(day: string, language: Language, withWeekday = false): string {
  const date = new Date(`${day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return day;
  // North and South write a date alike; ko-KP is missing from some systems' tables.
  const locale = language === 'ko-KP' ? 'ko' : language === 'en' ? 'en-GB' : language;
  const form: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', calendar: 'gregory' };
  return new Intl.DateTimeFormat(locale, withWeekday ? { ...form, weekday: 'long' } : form).format(date);
}

/** The day of a moment in the person's own time zone, in words. */
export function dayOf(ms: number, language: Language): string {
  return dayInWords(iso(new Date(ms)), language);
}

/** The same with hours and minutes. */
export function momentOf(ms: number, language: Language): string {
  const moment = new Date(ms);
  const time = [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${dayOf(ms, language)} ${time}`;
}

/** Today in the person's own time zone, or so many days from it. */
export function today(shift = 0): string {
  const day = new Date();
  day.setDate(day.getDate() + shift);
  return iso(day);
}

/** A day as it is typed: 2026-11-24, in Russian 24.11.2026. What is no day stays as it is. */
export function typedDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-');
  return language === 'ru' && date !== undefined ? `${date}.${month}.${year}` : day;
}

/**
 * Reads a day typed in any usual way: 2026-11-24, 2026.11.24, 24.11.2026, 2026년 11월 24일, 24.11 (the last such day).
 * Null when it is not a day; the empty text is no day at all and is asked about before.
 */
export function readDay(typed: string): string | null {
  const numbers = typed.match(/\d+/g) ?? [];
  if (/[^\d\s.,\-/년월일г]/u.test(typed)) return null;
  const [first = '', second = '', third = ''] = numbers;
  if (numbers.length === 3 && first.length === 4) return written(+first, +second, +third);
  if (numbers.length === 3 && third.length === 4) return written(+third, +second, +first);
  if (numbers.length === 1 && first.length === 8) return written(+first.slice(0, 4), +first.slice(4, 6), +first.slice(6));
  if (numbers.length !== 2) return null;
  return typed.includes('월') ? lastSuch(+first, +second) : lastSuch(+second, +first);
}

/** The last such day that is not ahead: what is written down has happened. 29 February comes only every eighth year at times. */
function lastSuch(month: number, day: number): string | null {
  const now = today();
  const year = new Date().getFullYear();
  const days = Array.from({ length: 9 }, (_, back) => written(year - back, month, day));
  return days.find((one) => one !== null && one <= now) ?? null;
}

function written(year: number, month: number, day: number): string | null {
  const date = new Date(year, month - 1, day, 12);
  const real = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return real && year >= 1900 && year <= 2200 ? iso(date) : null;
}

function iso(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
