'use server'

import { createVisit } from './create-visit'

export async function createVisitAction(page) {
  return createVisit(page)
}
