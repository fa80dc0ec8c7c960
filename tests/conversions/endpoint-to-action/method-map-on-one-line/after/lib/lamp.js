export async function stateOfLamp() {
  return { isOn: false };
}

export async function switchLamp(isOn) {
  return { isOn };
}

export async function removeLamp() {
  console.log('No lamp any more');
}
