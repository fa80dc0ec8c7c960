// The command behind the server's code lenses and hover links: shows the places where something is used.
import { commands, type Disposable, Location, Position, Range, Uri } from 'vscode';
import type { Location as ProtocolLocation, Position as ProtocolPosition } from 'vscode-languageclient/node';

export const SHOW_REFERENCES = 'turnout.showReferences';

/** The server's words are the protocol's (a URI as text, plain positions); VS Code's own command wants its classes. */
export function registerShowReferences(): Disposable {
  return commands.registerCommand(SHOW_REFERENCES, (uri: string, at: ProtocolPosition, places: ProtocolLocation[]) =>
    commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position(at), places.map(location)),
  );
}

function location({ uri, range }: ProtocolLocation): Location {
  return new Location(Uri.parse(uri), new Range(position(range.start), position(range.end)));
}

function position({ line, character }: ProtocolPosition): Position {
  return new Position(line, character);
}
