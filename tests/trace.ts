import { spawnSync } from 'node:child_process';

/** Calls that reach the network, start a program, or open, make, move or take away a file. */
const TRACED = [
  'execve,network,io_uring_setup,open,openat,openat2,creat,truncate,mkdir,mkdirat,mknod,mknodat',
  'rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir',
].join(',');

/** Whether the calls that a process makes of the system can be seen here. */
export const hasTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

/** The start of a command that runs another one, and writes into a file what it and its children call. */
export function traceInto(file: string): string[] {
  return ['strace', '-f', '-qq', '-s', '4096', '-o', file, '-e', `trace=${TRACED}`];
}

/** The same with a file for each thread, `FILE.ID`, and with the calls that start threads and processes. */
export function traceThreadsInto(file: string): string[] {
  const traced = `${TRACED},fork,vfork,clone,clone3`;
  return ['strace', '-ff', '--seccomp-bpf', '-qq', '-s', '4096', '-o', file, '-e', `trace=${traced}`];
}

/** The calls of a trace that had an effect, and those that tried to reach a network, whatever came of it. */
export function callsIn(trace: string): string[] {
  const lines = trace.split('\n').filter((line) => line !== '');
  return lines
    .map((line) => line.replace(/^\d+ +/, ''))
    .filter((line) => !/ = -1 E/.test(line) || /^(connect|send)\w*\(.*sa_family=AF_INET/.test(line));
}

/** Those of them that concern a connection. */
export function connectionsOf(calls: readonly string[]): string[] {
  return calls.filter((call) =>
    /^(socket|connect|bind|listen|accept|send(to|m?msg)|recv(from|m?msg))/.test(call),
  );
}

/** Paths that calls opened to be written, made, moved or took away. */
export function writtenBy(calls: readonly string[]): string[] {
  const changes = calls.filter((call) =>
    /^open(at2?)?\(/.test(call)
      ? /O_(WRONLY|RDWR|CREAT|TRUNC)/.test(call)
      : /^(creat|truncate|mk|rename|r?unlink|link|symlink|rmdir)/.test(call),
  );
  return (
    changes
      .flatMap((call) => [...call.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = '']) => path))
      // What takes any bytes and keeps none.
      .filter((path) => path !== '/dev/null' && path !== '/dev/tty')
  );
}
