import { cpus, loadavg, release, type } from 'node:os';
import type { Results } from './schema.ts';

/** Whether other work was competing for the processor. */
export const isBusy = ({ load, cores }: Results['environment']): boolean => load > cores;

/** Where and when a run was made. */
export function environment(start: number, gc: boolean): Results['environment'] {
  const cores = cpus();
  return {
    date: new Date().toISOString(),
    node: process.versions.node,
    v8: process.versions.v8,
    os: `${type()} ${release()} ${process.arch}`,
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length || 1,
    load: loadavg()[0] ?? 0,
    gc,
    seconds: (performance.now() - start) / 1000,
  };
}
