// Talks with `concord lsp` through the libraries that Visual Studio Code's own
// client is made of, and has them judge the shape of every answer.
//
//   CONCORD=path/to/concord node test.js
//
// Ends with "N passed, 0 failed" and status 0, or names what went wrong.

'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const lsp = require('vscode-languageserver-protocol/node');

let passed = 0;
function check(so, what) {
  if (!so) {
    throw new Error(what);
  }
  passed++;
}

const talk = 'Deputy Foreign Minister Elin Vass spoke three times with Foreign Minister Jonas Brandt in April 2021.';
const entry = (day, verb) => `- ${day} April 2021: Deputy Foreign Minister Elin Vass ${verb} Foreign Minister Jonas Brandt\n`;
const files = {
  'summary.md': `# A spring of talks 📞\n\n📞 ${talk}\n`,
  'the log.md':
    '# Log of engagements, April 2021\n\nThis is the complete list of the talks of Deputy Foreign Minister Elin Vass.\n\n' +
    entry(3, 'calls') + entry(12, 'meets') + entry(20, 'calls'),
};

async function main() {
  const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'concord-test-')));
  const uri = (name) => pathToFileURL(path.join(dir, name)).toString();
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(dir, name), text);
  }
  const server = spawn(process.env.CONCORD || 'concord', ['lsp', '--stdio', `--clientProcessId=${process.pid}`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const connection = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(server.stdout), new lsp.StreamMessageWriter(server.stdin),
    { error: (m) => console.error(m), warn: (m) => console.error(m), info() {}, log() {} });

  const published = new Map();
  const waiting = [];
  const wake = () => waiting.splice(0).forEach((f) => f());
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (p) => {
    check(p.diagnostics.every((d) => lsp.Diagnostic.is(d)), `diagnostics of the wrong shape: ${JSON.stringify(p)}`);
    published.set(p.uri, p);
    wake();
  });
  let registered = [];
  connection.onRequest(lsp.RegistrationRequest.type, (p) => {
    registered = p.registrations;
    wake();
  });
  connection.listen();
  async function until(what, so) {
    const deadline = Date.now() + 10000;
    while (!so()) {
      const left = deadline - Date.now();
      check(left > 0, `${what}: ${JSON.stringify([...published.values()])}`);
      await new Promise((resolve) => {
        waiting.push(resolve);
        setTimeout(resolve, left);
      });
    }
    passed++;
  }

  const r = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid, rootUri: uri(''), workspaceFolders: [{ uri: uri(''), name: 'test' }],
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
        hover: { contentFormat: ['markdown', 'plaintext'] },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
      },
    },
  });
  check(r.capabilities.textDocumentSync.change === lsp.TextDocumentSyncKind.Incremental, 'incremental synchronization');
  check(r.capabilities.positionEncoding === 'utf-16', 'UTF-16 as asked for');
  await connection.sendNotification(lsp.InitializedNotification.type, {});
  await until('files are to be watched', () => registered.some((x) => x.method === 'workspace/didChangeWatchedFiles'));

  const open = (name, text) => connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: { uri: uri(name), languageId: 'markdown', version: 1, text },
  });
  const change = (name, version, range, text) => connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
    textDocument: { uri: uri(name), version }, contentChanges: [{ range, text }],
  });
  const found = (name) => (published.get(uri(name)) || { diagnostics: [] }).diagnostics;

  await open('summary.md', files['summary.md']);
  await open('the log.md', files['the log.md']);
  const start = `📞 ${talk}`.indexOf('three times'); // JavaScript counts in UTF-16, too
  const at = { line: 2, character: start + 3 };
  const where = (name) => ({ textDocument: { uri: uri(name) }, position: at });

  let hover = await connection.sendRequest(lsp.HoverRequest.type, where('summary.md'));
  check(lsp.Hover.is(hover) && hover.contents.value.includes('**agrees**'), `hover: ${JSON.stringify(hover)}`);

  const line = (n) => ({ start: { line: n, character: 0 }, end: { line: n + 1, character: 0 } });
  await change('the log.md', 2, line(6), '');
  await until('the finding appears in the other file', () => found('summary.md').length === 1);
  const d = found('summary.md')[0];
  check(d.code === 'count-log' && d.range.start.character === start && d.range.end.character === start + 11, `range: ${JSON.stringify(d)}`);
  check(d.relatedInformation.length === 2 && d.relatedInformation[0].location.uri === uri('the log.md'), 'related information');

  const places = await connection.sendRequest(lsp.DefinitionRequest.type, where('summary.md'));
  check(Array.isArray(places) && places.length === 2 && places.every((p) => lsp.Location.is(p)), `definition: ${JSON.stringify(places)}`);

  const actions = await connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument: { uri: uri('summary.md') }, range: d.range, context: { diagnostics: [d], triggerKind: 1 },
  });
  check(actions.length >= 3 && actions.every((a) => lsp.CodeAction.is(a)), `actions: ${JSON.stringify(actions)}`);
  const repair = actions.find((a) => a.title.startsWith('Replace'));
  check(lsp.WorkspaceEdit.is(repair.edit) && repair.edit.documentChanges[0].textDocument.version === 1, 'a versioned edit');
  const edit = repair.edit.documentChanges[0].edits[0];
  check(edit.newText === 'twice' && edit.range.start.character === start, `edit: ${JSON.stringify(edit)}`);
  await change('summary.md', 2, edit.range, edit.newText);
  await until('the repair settles it', () => found('summary.md').length === 0 && published.get(uri('summary.md')).version === 2);

  const marks = await connection.sendRequest(lsp.DocumentHighlightRequest.type, where('summary.md'));
  check(marks.length === 1, 'highlights');

  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
  const status = await ended;
  check(status === 0, `the server ends with status ${status}`);
  fs.rmSync(dir, { recursive: true });
}

main().then(
  () => {
    console.log(`${passed} passed, 0 failed`);
    process.exit(0);
  },
  (error) => {
    console.log(`FAILED: ${error.message}\n${passed} passed, 1 failed`);
    process.exit(1);
  });
