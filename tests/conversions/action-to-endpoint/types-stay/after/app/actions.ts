import { type Place } from '../lib/places';

export type Filter = { text: string; near?: Place };

export type Result = { error: string } | { places: Place[] };
