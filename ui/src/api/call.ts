// The one way to the program. Inside the window a command goes through Tauri; in a plain browser it
// goes to the test host, so that a real browser drives the real core.
import { invoke } from '@tauri-apps/api/core';
import type { Commands, Failure } from './contract';

type Name = keyof Commands;
type Listener = (failure: Failure) => void;

const listeners: Listener[] = [];

/** Asks the program. Throws a [`Failure`] and nothing else. */
export async function call<K extends Name>(name: K, request: Commands[K]['request']): Promise<Commands[K]['reply']> {
  try {
    return await ('__TAURI_INTERNALS__' in window ? invoke<Commands[K]['reply']>(name, { request }) : post(name, request));
  } catch (thrown) {
    const failure = asFailure(thrown);
    listeners.forEach((hear) => hear(failure));
    throw failure;
  }
}

/** Hears of every failed command, whoever asked. */
export function onFailure(hear: Listener): void {
  listeners.push(hear);
}

/** Whatever was thrown, as something there are words for. */
export function asFailure(thrown: unknown): Failure {
  return thrown !== null && typeof thrown === 'object' && 'kind' in thrown ? (thrown as Failure) : { kind: 'internal' };
}

async function post<K extends Name>(command: K, request: Commands[K]['request']): Promise<Commands[K]['reply']> {
  const response = await fetch('/api', { method: 'POST', body: JSON.stringify({ command, request }) });
  const answer = (await response.json()) as { reply: Commands[K]['reply'] } | { failure: Failure };
  if ('failure' in answer) throw answer.failure;
  return answer.reply;
}
