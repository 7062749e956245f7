// Where the screen begins: styles, settings, the cover, then the pages.
//
// After hiding, the page is loaded anew and only the cover is shown until the person goes on; should the lock have
// failed before, it is done here before anything of the notebook can be asked for.
import { mount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/fields.css';
import './styles/show.css';
import './styles/print.css';
import { call } from './api/call';
import App from './features/shell/App.svelte';
import { hiding } from './features/shell/hiding.svelte';
import { session } from './features/shell/session.svelte';
import { settings } from './features/settings/settings.svelte';

const wasHidden = settings.recall();
hiding.covered = wasHidden;
hiding.start();

const target = document.getElementById('app');
if (!target) throw new Error('index.html has an element #app');
mount(App, { target });

// Should locking have failed before the page was left, it is done before anything is shown.
if (wasHidden) await call('notebook_lock', {}).catch(() => undefined);
await session.ask();
