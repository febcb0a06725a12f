// Starts `concord lsp` and leaves the rest to it: diagnostics, hovers, repairs
// and ways to the evidence all come from the language server.

'use strict';

const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

/** The languages whose documents Concord reads. */
const languages = ['markdown', 'html', 'plaintext', 'csv', 'tsv', 'asciidoc', 'restructuredtext'];

/** @type {LanguageClient | undefined} */
let client;

function start() {
  const settings = vscode.workspace.getConfiguration('concord');
  const server = {
    command: settings.get('path', 'concord'),
    args: ['lsp', ...settings.get('arguments', [])],
    transport: TransportKind.stdio,
  };
  client = new LanguageClient('concord', 'Concord', server, {
    documentSelector: languages.flatMap((language) => [
      { scheme: 'file', language },
      { scheme: 'untitled', language },
    ]),
  });
  return client.start().catch((error) => {
    client = undefined;
    vscode.window.showErrorMessage(
      `Concord: "${server.command} lsp" does not start (${error.message ?? error}). ` +
        'Is the program installed, and does the setting concord.path lead to it?',
    );
  });
}

function stop() {
  const running = client;
  client = undefined;
  return running?.stop();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('concord.restart', async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('concord.path') || event.affectsConfiguration('concord.arguments')) {
        await stop();
        await start();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
