import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';

/** How {@link run} runs a program. */
export interface RunOptions {
  /** The folder that it runs in; ours by default. */
  cwd?: string;
  /** Added to the environment. */
  env?: Record<string, string>;
  /** Where the program's output goes: where ours goes (default), all to our errors, or nowhere. */
  output?: 'inherit' | 'stderr' | 'none';
  /** Stop the program, and what it started, after so many milliseconds; no limit by default. */
  timeoutMs?: number;
}

/** How a program ended. */
export interface RunResult {
  /** Exit code; 1 where there is none: it could not be started, or a signal ended it. */
  code: number;
  /** Wall-clock time in seconds. */
  seconds: number;
}

const STDIO: Record<NonNullable<RunOptions['output']>, StdioOptions> = {
  inherit: ['ignore', 'inherit', 'inherit'],
  stderr: ['ignore', process.stderr, 'inherit'],
  none: 'ignore',
};

/** Ends the program and its children: it leads a process group of its own. */
function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/**
 * Runs a program without standard input and waits for its end. Never throws: a program that cannot
 * be started has ended with code 1.
 */
export function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { cwd, env = {}, output = 'inherit', timeoutMs } = options;
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      stdio: STDIO[output],
      env: { ...process.env, ...env },
      detached: timeoutMs !== undefined && process.platform !== 'win32',
    });
    const timer = timeoutMs && setTimeout(() => stopGroup(child), timeoutMs);
    const end = (code: number | null) => {
      if (timer) clearTimeout(timer);
      resolve({ code: code ?? 1, seconds: (performance.now() - start) / 1000 });
    };
    child.once('error', () => end(1));
    child.once('exit', end);
  });
}

/** Runs a script with the Node that runs us; otherwise like {@link run}. */
export function runNode(
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return run(process.execPath, [script, ...args], options);
}
