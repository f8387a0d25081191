export const wish: string;
export const VSIX: string;
export function chromiumPath(): string | undefined;
export function reasonToSkip(): string | undefined;
export function reasonToSkipServer(): string | undefined;
export function prepareEndToEnd(): void;
