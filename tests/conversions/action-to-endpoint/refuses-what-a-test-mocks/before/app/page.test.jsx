import { vi } from 'vitest';
import Page from './page';

vi.mock('./actions', () => ({ act: vi.fn() }));

export const page = Page;
