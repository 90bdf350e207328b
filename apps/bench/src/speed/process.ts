import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { problemOf } from './problem.ts';
import type { Ask, Failure, Request, Verb } from './protocol.ts';

/** A process that answers one question at a time. */
export type Contender = {
  readonly name: string;
  ask<V extends Verb>(verb: V, request: Request<V>): Promise<Ask[V]['reply']>;
  stop(): void;
};

/** Seconds without an answer after which a library counts as stuck. */
const patience = 30;

type Talk = { send(message: unknown): void; listen(handler: (reply: unknown) => void): void };

async function contender(name: string, child: ChildProcess, { send, listen }: Talk): Promise<Contender> {
  let waiting: ((reply: unknown) => void) | undefined;
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-2000);
  });
  const gone = once(child, 'exit').then(([code]) => {
    const line = complaint.split('\n').find((text) => /error/i.test(text)) ?? `ended with code ${code}`;
    return { error: line.trim() } satisfies Failure;
  });
  gone.then((failure) => waiting?.(failure));
  listen((reply) => waiting?.(reply));
  const next = async <T>(): Promise<T> => {
    const reply = await Promise.race([
      new Promise((resolve) => {
        waiting = resolve;
        setTimeout(() => resolve({ error: `no answer within ${patience} s` }), patience * 1000).unref();
      }),
      gone,
    ]);
    waiting = undefined;
    const { error } = reply as Partial<Failure>;
    if (error === undefined) return reply as T;
    if (error.startsWith('no answer')) child.kill('SIGKILL');
    throw new Error(error);
  };
  await next();
  return {
    name,
    ask: (verb, request) => {
      const reply = next<Ask[typeof verb]['reply']>();
      send({ ask: verb, request });
      return reply;
    },
    stop: () => void child.kill(),
  };
}

const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };

/** A library of `families`, in a Node of its own. */
export function nodeContender(name: string): Promise<Contender> {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [name], {
    execArgv: ['--conditions=@matgrad/source', '--no-concurrent-recompilation'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env,
  });
  return contender(name, child, {
    send: (message) => void child.send(message as object),
    listen: (handler) => void child.on('message', handler),
  });
}

/** numpy or torch in a Python of its own; the numbers of a case travel with the question. */
export function pythonContender(python: string, name: 'numpy' | 'torch'): Promise<Contender> {
  const script = fileURLToPath(new URL('./numpy_worker.py', import.meta.url));
  const child = spawn(python, [script, name], { stdio: ['pipe', 'pipe', 'pipe'], env });
  child.stdin.on('error', () => undefined);
  child.on('error', () => child.emit('exit', 127));
  return contender(name, child, {
    send: (message) => void child.stdin.write(`${JSON.stringify(withNumbers(message))}\n`),
    listen: (handler) =>
      void createInterface({ input: child.stdout }).on('line', (line) => handler(JSON.parse(line))),
  });
}

function withNumbers(message: unknown): unknown {
  const { ask, request } = message as { ask: Verb; request: Request<'warm'> };
  if (ask !== 'warm') return message;
  const { A, B, b } = problemOf(request.item);
  const numbers = { A: A.flatMap(({ data }) => [...data]), B: [...B.data], b: [...b.data] };
  return { ask, request: { ...request, ...numbers } };
}
