import ora from 'ora';

export type Step = {
  readonly phase: string;
  readonly done: number;
  readonly of: number;
  readonly what: string;
};

/** A spinner on a terminal; elsewhere one line when a phase begins. */
export function progressDisplay() {
  const spinner = ora({ stream: process.stderr });
  let phase = '';
  return {
    update(step: Step) {
      const text = `${step.phase} ${step.done + 1}/${step.of}  ${step.what}`;
      if (step.phase === phase) spinner.text = text;
      else spinner.start(spinner.isEnabled ? text : `${step.phase}: ${step.of} steps`);
      phase = step.phase;
    },
    end: (text: string) => spinner.succeed(text),
  };
}
