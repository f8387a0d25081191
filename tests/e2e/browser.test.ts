import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWindow, type Window } from './browser.ts';
import { reasonToSkip } from './requirements.mjs';

const reason = reasonToSkip();

describe.skipIf(reason)(
  `a window that reaches nothing outside${reason ? ` (SKIPPED: ${reason})` : ''}`,
  () => {
    let window: Window;
    beforeAll(async () => {
      window = await openWindow();
    }, 60_000);
    afterAll(async () => {
      await window?.close();
    });

    /** What an attempt adds to the list. */
    const attempt = async (what: string) => {
      const before = window.outside.length;
      await window.page.evaluate(what);
      return vi.waitFor(() => {
        const reached = window.outside.slice(before);
        expect(reached).not.toEqual([]);
        return new Set(reached);
      });
    };

    it.each([
      ['fetch', 'fetch("https://a.example/x").catch(() => 0)', 'a.example:443'],
      ['fetch without encryption', 'fetch("http://b.example/x").catch(() => 0)', 'b.example'],
      ['fetch of an address in numbers', 'fetch("https://192.0.2.1/x").catch(() => 0)', '192.0.2.1:443'],
      ['picture', 'void (new Image().src = "https://c.example/x.png")', 'c.example:443'],
      ['socket', 'void new WebSocket("wss://d.example/x")', 'd.example:443'],
      ['beacon', 'navigator.sendBeacon("https://e.example/x", "x")', 'e.example:443'],
      [
        'part of a webview that no service worker gives',
        'fetch("https://vscode-remote.vscode-resource.vscode-cdn.net/x").catch(() => 0)',
        'vscode-remote.vscode-resource.vscode-cdn.net:443',
      ],
      [
        'worker',
        'void new Worker(URL.createObjectURL(new Blob(["fetch(\'https://f.example/x\')"])))',
        'f.example:443',
      ],
    ])('notices a %s', async (_, what, host) => {
      expect(await attempt(what)).toEqual(new Set([host]));
    });
  },
);
