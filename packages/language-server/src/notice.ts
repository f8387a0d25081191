import { type Connection, type MessageType, ShowMessageNotification } from 'vscode-languageserver';

/** Shows a sentence to the user. No answer is waited for: not every client gives one. */
export function notice(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}
