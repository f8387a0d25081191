import { type Connection, type Message, ResponseError } from 'vscode-languageserver';
import { fits } from './params.ts';

const WRONG_REQUEST = 'narrativeLint/wrongRequest';
const WRONG_NOTIFICATION = 'narrativeLint/wrongNotification';
/** As JSON-RPC numbers it. */
const INVALID_PARAMS = -32602;

type Named = Message & { readonly method?: unknown; readonly id?: unknown; readonly params?: unknown };

/**
 * Lets only messages through whose parameters are as the protocol has them, so that nothing behind it meets
 * any others: for `createConnection`. `answerWrongMessages` says what becomes of the rest.
 */
export const guard = {
  messageStrategy: {
    handleMessage(message: Message, next: (message: Message) => void | Promise<void>): void | Promise<void> {
      const { method, id, params } = message as Named;
      if (typeof method !== 'string' || fits(method, params)) return next(message);
      const wrong = {
        ...message,
        method: id === undefined ? WRONG_NOTIFICATION : WRONG_REQUEST,
        params: { method },
      };
      return next(wrong);
    },
  },
};

/** Answers a wrong request with an error that names it, and tells of a wrong notification in the log. */
export function answerWrongMessages(connection: Connection): void {
  const told = (method: string) => `The parameters of ${method} are not as the protocol has them.`;
  connection.onRequest(WRONG_REQUEST, ({ method }: { method: string }) => {
    throw new ResponseError(INVALID_PARAMS, told(method));
  });
  connection.onNotification(WRONG_NOTIFICATION, ({ method }: { method: string }) =>
    connection.console.warn(`${told(method)} It was left out.`),
  );
}
