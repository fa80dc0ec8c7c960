// Keeps one server running: finds it, starts it, follows its state, starts it again, and sets it up when asked.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isThereAnApp } from './apps';
import { createClient } from './client';
import { findWheel } from './environment';
import { thisMachine } from './machine';
import { launch, type ServerProcess, whyNotRun } from './process';
import { findServer, OWN_ENVIRONMENT, type Server } from './server';
import { readSettings } from './settings';
import { setUp, update, type Setup } from './setup';
import type { Status } from './status';
import { isTrouble, summarize, type Trouble } from './trouble';

const RESTARTS = 3;
const RESTARTS_WITHIN = 3 * 60_000;

/** A server's process with the client that talks to it. */
interface Connection {
  server: Server;
  client: LanguageClient;
  process: ServerProcess;
}

export class Session {
  private connection: Connection | undefined;
  private waits = false;
  private crashes: number[] = [];
  private queue: Promise<void> = Promise.resolve();
  /** Where everything is started: Python imports from the folder it runs in, so that is never a project's. */
  private readonly storage: string;
  private readonly setup: Setup;

  constructor(
    context: ExtensionContext,
    private readonly log: LogOutputChannel,
    private readonly status: Status,
    private readonly tell: (trouble: Trouble) => void,
  ) {
    this.storage = context.globalStorageUri.fsPath;
    mkdirSync(this.storage, { recursive: true });
    this.setup = {
      environment: join(this.storage, 'venv'),
      wheels: context.asAbsolutePath('server'),
      machine: thisMachine(this.storage),
      log,
    };
  }

  /** Starts the server unless it runs, is switched off, or there is nothing for it to look at. */
  start(): Promise<void> {
    return this.inTurn(() => this.startNow());
  }

  /** There was no app in the window when it was last looked for. */
  get waitsForAnApp(): boolean {
    return this.waits;
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.stopNow());
  }

  setUp(): Promise<void> {
    return this.inTurn(async () => {
      await this.stopNow(); // on Windows a running server holds its files
      this.status.show({ is: 'setting-up' });
      const trouble = await setUp(this.setup, readSettings().interpreter);
      if (trouble === undefined) {
        await this.startNow();
      } else {
        this.giveUp(trouble);
      }
    });
  }

  /** One step at a time, however fast the user clicks. */
  private inTurn(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step).catch((error: unknown) => {
      this.log.error(error instanceof Error ? error : String(error));
    });
    return this.queue;
  }

  private async startNow(): Promise<void> {
    if (this.connection !== undefined) {
      return;
    }
    const { enable, command, interpreter } = readSettings();
    if (!enable) {
      this.status.show({ is: 'off' });
      return;
    }
    this.waits = !(await isThereAnApp());
    if (this.waits) {
      this.status.show({ is: 'no-app' });
      return;
    }
    this.status.show({ is: 'starting' });
    const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
    const places = { command, interpreter, folders: folders.map(({ uri }) => uri.fsPath), environment: this.setup.environment };
    const found = await findServer(places, this.setup.machine);
    if (isTrouble(found)) {
      this.giveUp(found);
      return;
    }
    await this.keepUpToDate(found);
    await this.connect(found);
  }

  /** The user agreed to this environment once; a new version of the extension brings a new server into it. */
  private async keepUpToDate(server: Server): Promise<void> {
    const wheel = findWheel(this.setup.wheels);
    if (server.foundIn === OWN_ENVIRONMENT && wheel !== undefined && wheel.version !== server.version) {
      await update(this.setup, wheel); // what goes wrong is in the log, and the older server still runs
    }
  }

  private async connect(server: Server): Promise<void> {
    this.log.info(`Starting ${[server.command, ...server.args].join(' ')} (found in ${server.foundIn})`);
    let process: ServerProcess;
    try {
      process = await launch(server, this.storage);
    } catch (error) {
      this.giveUp({ kind: 'bad-command', server, reason: whyNotRun(error) });
      return;
    }
    const client = createClient(process.child, this.log, {
      working: (what) => this.showWork(client, what),
      closed: () => void this.inTurn(() => this.startAfterCrash(client)),
    });
    const connection = { server, client, process };
    this.connection = connection;
    try {
      await client.start();
      this.log.info(`Ready: turnout ${version(client)}`);
      this.showWork(client, undefined);
    } catch {
      this.connection = undefined;
      process.child.kill();
      this.giveUp(await this.whyStopped(connection));
    }
  }

  /** A server that breaks now and then is started again; one that keeps breaking is not. */
  private async startAfterCrash(client: LanguageClient): Promise<void> {
    if (client !== this.connection?.client) {
      return; // it was stopped on purpose, or never got ready
    }
    const trouble = await this.whyStopped(this.connection);
    this.connection = undefined;
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < RESTARTS_WITHIN), now];
    if (this.crashes.length <= RESTARTS) {
      await this.startNow();
      return;
    }
    this.crashes = [];
    this.giveUp(trouble);
  }

  private async whyStopped({ server, process: { ended, lastLines } }: Connection): Promise<Trouble> {
    const exit = await ended;
    this.log.error(`The server stopped: ${exit}`);
    lastLines.forEach((line) => this.log.error(line));
    // One that was killed had no last words: what it wrote before was about something else.
    return { kind: 'stopped', server, exit, lastWords: (exit.startsWith('signal') ? undefined : lastLines.at(-1)) ?? '' };
  }

  private giveUp(trouble: Trouble): void {
    this.status.show({ is: 'stopped', why: summarize(trouble) });
    this.tell(trouble);
  }

  private showWork(client: LanguageClient, what: string | undefined): void {
    if (client === this.connection?.client) {
      this.status.show({ is: 'running', version: version(client), what });
    }
  }

  private async stopNow(): Promise<void> {
    const connection = this.connection;
    this.connection = undefined;
    await connection?.client.dispose().catch((error: unknown) => this.log.warn(`Stopping: ${String(error)}`));
    connection?.process.child.kill();
  }
}

function version(client: LanguageClient): string {
  return client.initializeResult?.serverInfo?.version ?? '';
}
