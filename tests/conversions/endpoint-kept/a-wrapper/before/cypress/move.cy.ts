declare const cy: { request(method: string, url: string, body: object): void };

cy.request('PATCH', '/api/clubs/chess/games/1', { move: 'e4' });
