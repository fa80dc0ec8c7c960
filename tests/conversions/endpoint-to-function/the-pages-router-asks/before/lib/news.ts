export const news = [{ title: 'News', at: '2026-01-01' }];
