namespace Integrationskonzept.Portal.Pages.Surveys;

/// <summary>What a survey's page says around the questions, in the language of the survey.</summary>
static class SurveyChrome
{
    static readonly string[] Order = ["de", "en", "ar", "uk", "tr", "de-x-leicht"];

    static readonly Dictionary<string, string[]> Words = new()
    {
        ["send"] = ["Antwort senden", "Send the answer", "إرسال الإجابة", "Надіслати відповідь", "Cevabı gönder", "Antwort senden"],
        ["optional"] = ["freiwillig", "optional", "اختياري", "необов’язково", "isteğe bağlı", "Sie müssen nicht antworten"],
        ["only-if"] =
        [
            "Nur, wenn Sie bei Frage {0} gewählt haben:",
            "Only if you chose at question {0}:",
            "فقط إذا اخترت في السؤال {0}:",
            "Лише якщо в питанні {0} ви обрали:",
            "Yalnızca {0}. soruda şunu seçtiyseniz:",
            "Nur wenn Sie bei Frage {0} das gewählt haben:",
        ],
        ["else"] =
        [
            "Sonst lassen Sie die Frage leer; was dort steht, zählt nicht.",
            "Else leave the question empty; what is there does not count.",
            "وإلا فاترك السؤال فارغًا؛ ما يُكتب فيه لا يُحتسب.",
            "Інакше залиште питання порожнім; написане там не враховується.",
            "Aksi halde soruyu boş bırakın; yazılan sayılmaz.",
            "Sonst lassen Sie die Frage leer.",
        ],
        ["most"] = ["höchstens {0}", "at most {0}", "{0} على الأكثر", "щонайбільше {0}", "en fazla {0}", "höchstens {0}"],
        ["place"] =
        [
            "Geben Sie jeder Zeile einen Platz; 1 ist am wichtigsten.",
            "Give each line a place; 1 is the most important.",
            "أعطِ كل سطر ترتيبًا؛ 1 هو الأهم.",
            "Дайте кожному рядку місце; 1 — найважливіше.",
            "Her satıra bir sıra verin; 1 en önemlisidir.",
            "Geben Sie jeder Zeile eine Zahl. 1 ist am wichtigsten.",
        ],
        ["none"] = ["keine Angabe", "not said", "بدون إجابة", "без відповіді", "belirtilmedi", "keine Antwort"],
        ["anonymous"] =
        [
            "Wir zeigen niemandem, welche Antwort Ihre ist. Gespeichert wird nur der Tag, keine Uhrzeit. Bis zum Ende der Umfrage merken "
                + "wir uns verschlüsselt, dass Sie geantwortet haben; dann wird das gelöscht. Eine Antwort lässt sich nicht mehr ändern.",
            "We show nobody which answer is yours. Only the day is stored, no hour. Until the survey ends we remember, encrypted, that you "
                + "have answered; then that is deleted. An answer can't be changed any more.",
            "لا نُظهر لأحد أي إجابة هي إجابتك. يُحفظ اليوم فقط دون الساعة. حتى نهاية الاستبيان نحتفظ بشكل مشفّر بأنك أجبت، ثم يُحذف ذلك. "
                + "لا يمكن تغيير الإجابة بعد إرسالها.",
            "Ми нікому не показуємо, яка відповідь ваша. Зберігається лише день, без години. До кінця опитування ми зберігаємо в "
                + "зашифрованому вигляді, що ви відповіли; потім це видаляється. Змінити відповідь не можна.",
            "Hangi cevabın sizin olduğunu kimseye göstermeyiz. Yalnızca gün kaydedilir, saat kaydedilmez. Anketin sonuna kadar cevap "
                + "verdiğinizi şifreli olarak saklarız; sonra bu silinir. Cevap sonradan değiştirilemez.",
            "Wir zeigen niemandem, welche Antwort von Ihnen ist. Wir merken uns nur, dass Sie geantwortet haben. Das ist verschlüsselt. "
                + "Wenn die Umfrage zu Ende ist, löschen wir das. Sie können Ihre Antwort später nicht ändern.",
        ],
        ["thanks"] =
        [
            "Danke, Ihre Antwort ist angekommen.",
            "Thank you, your answer has arrived.",
            "شكرًا لك، لقد وصلت إجابتك.",
            "Дякуємо, вашу відповідь отримано.",
            "Teşekkürler, cevabınız ulaştı.",
            "Danke. Ihre Antwort ist da.",
        ],
        ["thanks-more"] =
        [
            "Ergebnisse gibt es nach dem Ende der Umfrage, ohne kleine Zahlen, die jemanden erkennen ließen.",
            "There are results after the end of the survey, without small counts by which somebody could be recognised.",
            "تُعرض النتائج بعد انتهاء الاستبيان، دون الأعداد الصغيرة التي قد تكشف عن أحد.",
            "Результати з’являться після завершення опитування, без малих чисел, за якими можна когось упізнати.",
            "Sonuçlar anket bittikten sonra, kişileri tanıtabilecek küçük sayılar olmadan açıklanır.",
            "Die Ergebnisse gibt es, wenn die Umfrage zu Ende ist.",
        ],
        ["answered"] =
        [
            "Hier wurde schon geantwortet.",
            "This has been answered already.",
            "تمت الإجابة هنا من قبل.",
            "Тут уже відповіли.",
            "Burada daha önce cevap verildi.",
            "Hier gibt es schon eine Antwort.",
        ],
        ["not-now"] =
        [
            "Diese Umfrage nimmt gerade keine Antworten an.",
            "This survey takes no answers at the moment.",
            "لا يستقبل هذا الاستبيان إجابات حاليًا.",
            "Це опитування зараз не приймає відповідей.",
            "Bu anket şu anda cevap kabul etmiyor.",
            "Sie können jetzt nicht antworten.",
        ],
        ["over"] =
        [
            "Diese Umfrage ist zu Ende.",
            "This survey is over.",
            "انتهى هذا الاستبيان.",
            "Це опитування завершено.",
            "Bu anket sona erdi.",
            "Diese Umfrage ist vorbei.",
        ],
        ["results"] = ["Ergebnisse", "Results", "النتائج", "Результати", "Sonuçlar", "Ergebnisse"],
        ["results-later"] =
        [
            "Hier stehen dann die Ergebnisse",
            "The results will be here",
            "ستجد النتائج هنا لاحقًا",
            "Результати будуть тут",
            "Sonuçlar burada olacak",
            "Hier stehen später die Ergebnisse",
        ],
        ["question"] = ["Frage {0}", "Question {0}", "السؤال {0}", "Питання {0}", "Soru {0}", "Frage {0}"],
        ["check"] =
        [
            "Bitte sehen Sie Ihre Antworten noch einmal an. Gesendet ist noch nichts.",
            "Please look at your answers once more. Nothing has been sent yet.",
            "يرجى مراجعة إجاباتك. لم يُرسل شيء بعد.",
            "Будь ласка, перегляньте свої відповіді ще раз. Ще нічого не надіслано.",
            "Lütfen cevaplarınıza bir kez daha bakın. Henüz hiçbir şey gönderilmedi.",
            "Bitte sehen Sie Ihre Antworten noch einmal an.",
        ],
        ["not-sent"] =
        [
            "Ihre Antwort ist nicht angekommen.",
            "Your answer has not arrived.",
            "لم تصل إجابتك.",
            "Вашу відповідь не отримано.",
            "Cevabınız ulaşmadı.",
            "Ihre Antwort ist nicht angekommen.",
        ],
        ["required"] =
        [
            "Diese Frage braucht eine Antwort.",
            "This question needs an answer.",
            "هذا السؤال يحتاج إلى إجابة.",
            "На це питання потрібна відповідь.",
            "Bu sorunun cevaplanması gerekiyor.",
            "Diese Frage müssen Sie beantworten.",
        ],
        ["characters"] =
        [
            "Höchstens {0} Zeichen.",
            "At most {0} characters.",
            "عدد الأحرف المسموح به: {0} على الأكثر.",
            "Кількість символів — щонайбільше {0}.",
            "En fazla {0} karakter.",
            "Höchstens {0} Zeichen.",
        ],
        ["too-many"] =
        [
            "Wählen Sie höchstens {0} Antworten.",
            "Choose {0} options at most.",
            "عدد الإجابات المسموح به: {0} على الأكثر.",
            "Кількість відповідей — щонайбільше {0}.",
            "En fazla {0} cevap seçin.",
            "Wählen Sie höchstens {0} Antworten.",
        ],
        ["places"] =
        [
            "Geben Sie jeder Antwort einen Platz, und jeden Platz nur einmal.",
            "Give each option a place, and each place once only.",
            "أعطِ كل إجابة ترتيبًا، واستخدم كل ترتيب مرة واحدة فقط.",
            "Дайте кожній відповіді місце, і кожне місце лише один раз.",
            "Her cevaba bir sıra verin, her sırayı yalnızca bir kez kullanın.",
            "Geben Sie jeder Zeile eine Zahl. Jede Zahl gibt es nur einmal.",
        ],
        ["each-row"] =
        [
            "In jeder Zeile braucht es eine Antwort.",
            "Each row needs an answer.",
            "كل سطر يحتاج إلى إجابة.",
            "У кожному рядку потрібна відповідь.",
            "Her satırda bir cevap gerekiyor.",
            "Jede Zeile braucht eine Antwort.",
        ],
        ["languages"] =
        [
            "Sprache der Umfrage",
            "Language of the survey",
            "لغة الاستبيان",
            "Мова опитування",
            "Anketin dili",
            "Sprache der Umfrage",
        ],
    };

    public static string Say(string key, string language, params object[] parts) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Words[key][Math.Max(0, Array.IndexOf(Order, language))], parts);
}
