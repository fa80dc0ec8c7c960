'use client'

export function leave(page) {
  navigator.sendBeacon(`/api/visits?page=${page}`)
}
