// From a result to its page. The page is asked for by id and nothing is carried over from the result, so that what
// opens is what the program has now.
import type { SearchHit } from '../../api/contract';
import { place } from '../shell/place.svelte';

/** Goes to what was found. */
export function openHit(hit: SearchHit): void {
  if (hit.kind === 'article') place.go({ at: 'article', id: hit.id });
  else if (hit.kind === 'contact') place.go({ at: 'contacts', id: hit.id });
  else if (hit.kind === 'phrase') place.go({ at: 'cards', open: hit.id });
  else if (hit.kind === 'place') place.go({ at: 'place', id: hit.id });
  else if (hit.kind === 'case') place.go({ at: 'case', caseId: hit.id });
  else place.go({ at: 'note', caseId: hit.caseId, noteId: hit.id });
}
