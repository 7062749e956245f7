// Where copies can be put, and which are there. Asked again when a stick was plugged in.
import { Asked } from '../../api/asked.svelte';
import { momentOf } from '../../i18n/day';
import { t, words } from '../../i18n/words.svelte';

/** One copy, as the program wants it named. */
export interface Copy {
  place: string;
  file: string;
  label: string;
}

/** A place's name on the screen. */
export const placeName = (name: string) => name || t('backup-this-computer');

export class Copying {
  readonly asked = new Asked('backup_places');

  get places() {
    return this.asked.reply ?? [];
  }

  /** Every copy, those on sticks first. */
  get copies(): Copy[] {
    return this.places.flatMap(({ name, copies }) =>
      copies.map(({ file, writtenMs }) => ({
        place: name,
        file,
        label: t('backup-file', { moment: momentOf(writtenMs, words.language), place: placeName(name) }),
      })),
    );
  }

  get noStick(): boolean {
    return this.asked.reply !== null && this.places.every(({ name }) => name === '');
  }

  look(): void {
    void this.asked.ask({});
  }
}
