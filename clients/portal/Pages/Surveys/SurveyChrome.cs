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
            "Niemand erfährt, welche Antwort Ihre ist. Gespeichert wird nur der Tag, keine Uhrzeit. Deshalb lässt sich eine "
                + "Antwort nicht mehr ändern.",
            "Nobody learns which answer is yours. Only the day is stored, no hour. So an answer can't be changed any more.",
            "لن يعرف أحد أي إجابة هي إجابتك. يُحفظ اليوم فقط دون الساعة، لذلك لا يمكن تغيير الإجابة بعد إرسالها.",
            "Ніхто не дізнається, яка відповідь ваша. Зберігається лише день, без години. Тому змінити відповідь не можна.",
            "Hangi cevabın sizin olduğunu kimse öğrenmez. Yalnızca gün kaydedilir, saat kaydedilmez. Bu yüzden cevap sonradan "
                + "değiştirilemez.",
            "Niemand weiß, welche Antwort von Ihnen ist. Sie können Ihre Antwort später nicht ändern.",
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
        ["languages"] = ["Sprache", "Language", "اللغة", "Мова", "Dil", "Sprache"],
    };

    public static string Say(string key, string language, params object[] parts) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Words[key][Math.Max(0, Array.IndexOf(Order, language))], parts);
}
