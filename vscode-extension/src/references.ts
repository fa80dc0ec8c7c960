// The commands behind the two halves of a code lens: the places where an entry is called, and its verdict.
import { commands, Disposable, Location, Position, Range, Selection, Uri, window } from 'vscode';
import type { Location as ProtocolLocation, Position as ProtocolPosition } from 'vscode-languageclient/node';

export const SHOW_REFERENCES = 'turnout.showReferences';

export const SHOW_VERDICT = 'turnout.showVerdict';

/** What the server may put behind a lens; it is told by the client's capabilities. */
export const LENS_COMMANDS = [SHOW_REFERENCES, SHOW_VERDICT];

/** The server's words are the protocol's (a URI as text, plain positions); VS Code's own commands want its classes. */
export function registerLensCommands(): Disposable {
  return Disposable.from(
    commands.registerCommand(SHOW_REFERENCES, (uri: string, at: ProtocolPosition, places: ProtocolLocation[]) =>
      commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position(at), places.map(location)),
    ),
    commands.registerCommand(SHOW_VERDICT, async (uri: string, at: ProtocolPosition) => {
      await window.showTextDocument(Uri.parse(uri), { selection: new Selection(position(at), position(at)) });
      await commands.executeCommand('editor.action.showHover');
    }),
  );
}

function location({ uri, range }: ProtocolLocation): Location {
  return new Location(Uri.parse(uri), new Range(position(range.start), position(range.end)));
}

function position({ line, character }: ProtocolPosition): Position {
  return new Position(line, character);
}
