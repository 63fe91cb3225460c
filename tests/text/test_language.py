"""Languages told from small words and scripts."""

import pytest

from reader.text.language import language_of

SENTENCES = {
    "cs": "Město otevřelo nový most přes řeku, který byl postaven za dva roky a je již v provozu.",
    "da": "Byen åbnede en ny bro over floden, som blev bygget på to år, og den er ikke dyr.",
    "de": "Die Stadt hat eine neue Brücke über den Fluss eröffnet, die in zwei Jahren gebaut wurde.",
    "en": "The town has opened a new bridge over the river, which was built in two years.",
    "es": "La ciudad abrió un nuevo puente sobre el río, que se construyó en dos años.",
    "fi": "Kaupunki avasi uuden sillan joen yli, ja se on jo käytössä, mutta työt eivät ole vielä valmiit.",
    "fr": "La ville a ouvert un nouveau pont sur la rivière, qui a été construit en deux ans.",
    "hu": "A város megnyitotta az új hidat, amely két év alatt készült el, és már nem kell kerülni.",
    "it": "La città ha aperto un nuovo ponte sul fiume, che è stato costruito in due anni.",
    "nl": "De stad heeft een nieuwe brug over de rivier geopend, die in twee jaar is gebouwd.",
    "no": "Byen åpnet en ny bro over elven, som ble bygget på to år, og den er ikke dyr.",
    "pl": "Miasto otworzyło nowy most na rzece, który został zbudowany w dwa lata i jest już otwarty.",
    "pt": "A cidade abriu uma nova ponte sobre o rio, que foi construída em dois anos pela região.",
    "sv": "Staden öppnade en ny bro över floden, som byggdes på två år och den är inte dyr.",
    "tr": "Kent nehrin üzerine yeni bir köprü açtı ve bu köprü iki yıl içinde daha çok kişi için yapıldı.",
    "ar": "افتتحت المدينة جسرا جديدا فوق النهر تم بناؤه في عامين",
    "el": "Η πόλη άνοιξε μια νέα γέφυρα πάνω από τον ποταμό",
    "he": "העיר פתחה גשר חדש מעל הנהר שנבנה בשנתיים",
    "ja": "市は川にかかる新しい橋を開通させた。二年で建てられた。",
    "ko": "시는 강을 가로지르는 새로운 다리를 개통했다",
    "ru": "Город открыл новый мост через реку, построенный за два года.",
    "uk": "Місто відкрило новий міст через річку, який збудували за два роки.",
    "zh": "该市开通了一座跨河新桥，历时两年建成。",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize("text", ["", "42", "Oslo!", "Torvane Ltd, Kadri Ilves, Tallinn", "www.example.org/a/b?c=d"])
def test_too_little_text_tells_nothing(text: str) -> None:
    assert language_of(text) == "und"


def test_foreign_names_do_not_make_english_foreign() -> None:
    text = "Señor Muñoz de la Torre met Jürgen von der Brück at the Plaza de España on Monday, his office said."
    assert language_of(text) == "en"


def test_addresses_and_initials_do_not_count() -> None:
    text = "J. K. V. Saaz of U. S. Ferries wins prize http://x.co/z http://x.co/se http://x.co/na"
    assert language_of(text) in {"en", "und"}


def test_some_words_of_another_script_do_not_decide() -> None:
    assert language_of(SENTENCES["en"] + " (Город, река)") == "en"


def test_one_long_word_is_no_work() -> None:
    assert language_of("a" * 2_000_000 + "@") == "und"
