import type { Fingerprint } from './fingerprint.ts';
import type { Peak } from './peak.ts';
import type { Case } from './problem.ts';

/** What the conductor asks of a process, and what it gets. Everything survives JSON, so that Python can play too. */
export type Ask = {
  hello: { reply: Hello };
  /** Makes a case ready, runs it once and, if a second call could be afforded, until it is warm. */
  warm: { item: Case; batch: number; least: number; most: number; reply: Warmed };
  batch: { calls: number; reply: { seconds: number } };
  peak: { reply: Peak };
  drop: { reply: Record<string, never> };
};
export type Verb = keyof Ask;
export type Request<V extends Verb> = Omit<Ask[V], 'reply'>;

export type Hello = { readonly name: string; readonly version: string; readonly ops: readonly string[] };
export type Warmed = {
  readonly calls: number;
  /** Seconds of one call. */
  readonly seconds: number;
  readonly fingerprint: Fingerprint;
};
export type Failure = { readonly error: string };
