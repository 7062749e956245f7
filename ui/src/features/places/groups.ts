// In which order towns are listed.
import type { PlaceCard, PlaceName } from '../../api/contract';
import type { Language } from '../../i18n/language';

export interface Group {
  name: 'offices' | 'others';
  places: PlaceCard[];
}

/** Towns with an office as the pack orders them, since they are few; the others by name, to be looked up. */
export function groups(all: readonly PlaceCard[], language: Language): Group[] {
  const order = new Intl.Collator(language === 'ko-KP' ? 'ko' : language);
  const found: Group[] = [
    { name: 'offices', places: all.filter((card) => card.hasOffice) },
    { name: 'others', places: all.filter((card) => !card.hasOffice).sort((one, other) => order.compare(one.name, other.name)) },
  ];
  return found.filter((group) => group.places.length > 0);
}

/** The name in a language, to be compared with a sign or a map; empty if the pack has none. */
export function nameIn(names: readonly PlaceName[], language: Language): string {
  return names.find((one) => one.language === language)?.name ?? '';
}
