import { NextResponse } from 'next/server';

const things = ['a'];

function list() {
  return NextResponse.json({ things });
}

export { list as GET };
