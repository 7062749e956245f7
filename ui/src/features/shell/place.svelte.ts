// Where the person is, and the way back. Kept in memory: the address bar and its history know nothing.
import type { Urgent } from '../../api/contract';

export type Tab = 'home' | 'library' | 'cards' | 'contacts' | 'places' | 'notebook' | 'settings';

export type Route =
  | { at: 'home' }
  | { at: 'library'; door?: Urgent }
  | { at: 'update' }
  | { at: 'deadlines' }
  | { at: 'article'; id: string }
  | { at: 'cards'; open?: string }
  | { at: 'contacts'; id?: string }
  | { at: 'places' }
  | { at: 'place'; id: string }
  | { at: 'notebook' }
  | { at: 'case'; caseId: string }
  | { at: 'note'; caseId: string; noteId?: string }
  | { at: 'attachment'; caseId: string; id: string }
  | { at: 'safety' }
  | { at: 'sync'; joined?: boolean }
  | { at: 'sync-add' }
  | { at: 'sync-invite' }
  | { at: 'sync-remove' }
  | { at: 'sync-keys' }
  | { at: 'vault' }
  | { at: 'backup' }
  | { at: 'settings' };

/** Something being written that would be lost by leaving. */
export interface Draft {
  /** True while there are words that are not saved. */
  unsaved(): boolean;
  /** Saves them; false when that failed. With `anyway` it asks nothing and saves what can be saved. */
  save(anyway?: boolean): Promise<boolean>;
}

type Move = { to: Route } | 'back';

const TAB_OF: Record<Route['at'], Tab> = {
  home: 'home',
  library: 'library',
  update: 'library',
  deadlines: 'library',
  article: 'library',
  cards: 'cards',
  contacts: 'contacts',
  places: 'places',
  place: 'places',
  notebook: 'notebook',
  case: 'notebook',
  note: 'notebook',
  attachment: 'notebook',
  safety: 'notebook',
  sync: 'notebook',
  'sync-add': 'notebook',
  'sync-invite': 'notebook',
  'sync-remove': 'notebook',
  'sync-keys': 'notebook',
  vault: 'notebook',
  backup: 'notebook',
  settings: 'settings',
};

class Place {
  route = $state<Route>({ at: 'home' });
  /** Where the person wanted to go while something was unsaved. The shell asks about it. */
  asked = $state<Move | null>(null);
  #behind: { route: Route; top: number }[] = [];
  #draft: Draft | null = null;

  get tab(): Tab {
    return TAB_OF[this.route.at];
  }

  get draft(): Draft | null {
    return this.#draft;
  }

  go(to: Route): void {
    this.#move({ to });
  }

  back(): void {
    this.#move('back');
  }

  /** Goes on without asking: what was written is saved, or given up on purpose. */
  leave(): void {
    const move = this.asked;
    this.asked = null;
    this.#draft = null;
    if (move) this.#move(move);
  }

  stay(): void {
    this.asked = null;
  }

  /** Shows another page in place of this one, so that "back" does not return to it. */
  replace(to: Route): void {
    this.#draft = null;
    this.route = to;
  }

  /** Goes back from something that is no longer there. */
  leaveBehind(): void {
    this.#draft = null;
    this.#move('back');
  }

  /** Watches over what is being written until the returned function is called. */
  guard(draft: Draft): () => void {
    this.#draft = draft;
    return () => {
      if (this.#draft === draft) this.#draft = null;
    };
  }

  #move(move: Move): void {
    if (this.#draft?.unsaved()) {
      this.asked = move;
      return;
    }
    if (move === 'back') {
      const { route, top } = this.#behind.pop() ?? { route: { at: 'home' }, top: 0 };
      this.route = route;
      scrollTo(top);
    } else {
      this.#behind = [...this.#behind, { route: this.route, top: window.scrollY }].slice(-50);
      this.route = move.to;
      scrollTo(0);
    }
  }
}

/** Brings back how far the page was read. Its text may still be on the way, so it is tried for a moment. */
function scrollTo(top: number, tries = 20): void {
  requestAnimationFrame(() => {
    window.scrollTo(0, top);
    if (window.scrollY < top - 1 && tries > 0) scrollTo(top, tries - 1);
  });
}

export const place = new Place();
