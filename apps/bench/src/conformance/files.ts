import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ConformanceCase, caseFile } from './format.ts';

/** The cases of files and folders, in order; anything else in a folder than *.json is passed over. */
export function readCases(paths: readonly string[]): ConformanceCase[] {
  return paths.flatMap((path) => {
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => join(path, name))
      : [path];
    return files.flatMap((file) => {
      const parsed = caseFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      if (!parsed.success) throw new Error(`${file} holds no cases: ${parsed.error.issues[0]?.message}`);
      return parsed.data;
    });
  });
}
