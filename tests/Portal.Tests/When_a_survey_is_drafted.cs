using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Pages.Surveys;
using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_a_survey_is_drafted
{
    static SurveyText Said(string words) => new() { De = words };

    static SurveyQuestion Choice(string key, string words) =>
        new()
        {
            Key = key,
            Kind = QuestionKind.ChooseOne,
            Text = Said(words),
            Options = [new() { Key = "o1", Text = Said("Ja") }, new() { Key = "o2", Text = Said("Nein") }],
        };

    /// <summary>Of four questions the last is asked after the third.</summary>
    static SurveyDto Four()
    {
        var last = Choice("q4", "Welcher?");
        last.ShownIf = new() { Question = "q3", Options = ["o2"] };
        return new() { Title = Said("Kurse"), Questions = [Choice("q1", "Eins"), Choice("q2", "Zwei"), Choice("q3", "Drei"), last] };
    }

    [Fact]
    public void A_condition_stays_with_its_question_when_one_before_it_is_removed()
    {
        var form = SurveyDraftForm.Of(Four());
        form.Questions[1].Text = "";
        form.Arrange();
        (form.Questions[2].Text, form.Questions[2].IfQuestion).ShouldBe(("Welcher?", "2"), "the number that is shown from now on");
        var written = form.ToApi(Four()).Questions!;
        written.Select(question => question.Key).ShouldBe(["q1", "q3", "q4"]);
        (written[2].ShownIf!.Question, written[2].ShownIf!.Options!.Single()).ShouldBe(("q3", "o2"));
    }

    [Fact]
    public void A_condition_whose_question_is_removed_is_asked_for_and_not_dropped()
    {
        var form = SurveyDraftForm.Of(Four());
        form.Questions[2].Text = " ";
        form.Arrange();
        Should.Throw<Unreadable>(() => form.ToApi(Four())).Api.ShouldBe("questions[2].shownIf.question");
        form.Questions[2].IfOptions = "";
        form.ToApi(Four()).Questions![2].ShownIf.ShouldBeNull();
        form.Questions[2].IfQuestion = "9";
        Should.Throw<Unreadable>(() => form.ToApi(Four())).Api.ShouldBe("questions[2].shownIf.question");
    }

    [Theory]
    [InlineData(3, "1", "q4 q1 q2 q3")]
    [InlineData(3, "2", "q1 q4 q2 q3")]
    [InlineData(0, "3", "q2 q3 q1 q4")]
    [InlineData(0, "60", "q2 q3 q4 q1")]
    [InlineData(1, "", "q1 q2 q3 q4")]
    public void Another_number_moves_a_question_to_that_place(int at, string place, string order)
    {
        var form = SurveyDraftForm.Of(Four());
        form.Arrange();
        form.Questions[at].Place = place;
        form.Arrange();
        string.Join(' ', form.Questions.Where(question => !question.IsEmpty).Select(question => question.Key)).ShouldBe(order);
        form.Questions.Select(question => question.Place).ShouldBe(Enumerable.Range(1, 6).Select(number => $"{number}"));
        var moved = form.ToApi(Four()).Questions!;
        moved.Single(question => question.Key == "q4").ShownIf!.Question.ShouldBe("q3");
    }

    [Fact]
    public void A_translation_that_says_the_same_as_the_german_is_one()
    {
        var text = new SurveyText { De = "Name", En = "Name" };
        (text.Said("en"), text.Said("ar"), text.In("ar")).ShouldBe(("Name", null, "Name"));
        SurveyDraftForm.Reworded(text, "Vorname")!.En.ShouldBe("Name");
        text.De.ShouldBe("Name", "what stands in the survey is not what was typed");
    }

    [Fact]
    public void Words_are_known_by_keys_that_stay_when_questions_move()
    {
        var before = SurveyTexts.Of(Four()).ToDictionary(text => text.Key, text => text.Text.De);
        var moved = Four();
        moved.Questions!.Reverse();
        SurveyTexts.Of(moved).ToDictionary(text => text.Key, text => text.Text.De).ShouldBe(before, ignoreOrder: true);
        SurveyTexts.Of(moved).First(text => text.Key == "q4.options.o2").Path.ShouldBe("questions[0].options[1].text");
    }

    [Theory]
    [InlineData(null, "uk-UA,uk;q=0.9,de;q=0.8", null, "uk")]
    [InlineData("ar", "uk-UA,uk;q=0.9", null, "ar")]
    [InlineData("fr", "fr-FR,tr;q=0.5,uk;q=0.7", null, "uk")]
    [InlineData(null, "tr;q=0,fr", null, "de")]
    [InlineData(null, "uk", "c=de|uic=de", "de")]
    public void A_survey_is_in_the_language_that_suits_whoever_reads(string? wanted, string accepted, string? chosen, string language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = accepted;
        if (chosen is not null)
            http.Request.Headers.Cookie = $".AspNetCore.Culture={Uri.EscapeDataString(chosen)}";
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = new("de");
        Portal.Pages.Surveys.SurveyWords.Choose(wanted, ["de", "ar", "uk", "tr"], http.Request).ShouldBe(language);
        System.Globalization.CultureInfo.CurrentUICulture = before;
    }

    [Fact]
    public void What_is_wrong_is_told_in_the_language_of_the_survey()
    {
        var question = Choice("q1", "Eins");
        question.Required = true;
        var form = new SurveyAnswerForm([question], null);
        var problem = new Integrationskonzept.Components.FormProblem(
            "",
            "",
            new Dictionary<string, string> { ["q1"] = "Diese Frage braucht …" }
        );
        SurveyErrors.Of(problem, question, form, "tr").ShouldBe(new("Bu sorunun cevaplanması gerekiyor.", "tr"));
        SurveyErrors.Of(problem, Choice("q2", "Zwei"), form, "tr").ShouldBeNull();
        question.Required = false;
        SurveyErrors
            .Of(problem, question, form, "tr")!
            .Text.ShouldBe("Diese Frage braucht …", "what has no phrase is told as the API says it");
    }
}
