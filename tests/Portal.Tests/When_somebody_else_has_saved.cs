using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Pages.Papers;
using Integrationskonzept.Portal.Pages.TopicAreas;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_somebody_else_has_saved
{
    [Fact]
    public void Each_field_is_found_by_its_name()
    {
        var source = Guid.CreateVersion7();
        var form = new RecordForm
        {
            Situation = "Es fehlen Kurse.",
            Needs = [new() { Text = "Kurse am Abend", Sources = [source] }],
            Measures = [new() { Title = "Abendkurse" }],
        };
        var stands = Standing.Of("Form", form);
        stands["Form.Situation"].ShouldBe("Es fehlen Kurse.");
        stands["Form.Needs[0].Text"].ShouldBe("Kurse am Abend");
        stands["Form.Needs[0].Sources"].ShouldBe(source.ToString());
        stands["Form.Measures[0].Title"].ShouldBe("Abendkurse");
        stands["Form.Measures[0].Owner"].ShouldBe("");
    }

    [Fact]
    public void Rows_that_they_added_get_a_place_beside_mine()
    {
        var mine = new CorrectionForm { Programme = [new() { Title = "Auftakt" }] };
        mine.MakeRoomFor(
            new()
            {
                Content = new() { Programme = [new(), new(), new()] },
                Consultations = [new()],
            }
        );
        mine.Programme.Count.ShouldBe(3);
        mine.Consultations.Count.ShouldBe(1);
        mine.Programme[0].Title.ShouldBe("Auftakt");
    }

    [Fact]
    public void A_result_without_its_text_is_not_dropped()
    {
        var form = new RecordForm { Measures = [new() { Title = "Abendkurse" }, new() { Owner = "Volkshochschule" }] };
        Should.Throw<Unreadable>(form.ToRecord).Api.ShouldBe("measures[1].title");
        form.Measures[1].Owner = null;
        form.ToRecord().Measures!.ShouldHaveSingleItem();
        form.Needs.Add(new() { Sources = [Guid.CreateVersion7()] });
        Should.Throw<Unreadable>(form.ToRecord).Api.ShouldBe("needs[0].text");
    }

    [Fact]
    public void Votes_are_counted_all_or_none()
    {
        var form = new DecisionForm { Outcome = nameof(Outcome.Adopted), DecidedOn = "3.5.2027" };
        form.ToDecision().Votes.ShouldBeNull();
        form.Yes = "31";
        Should.Throw<Unreadable>(form.ToDecision).Api.ShouldBe("votes.no");
        (form.No, form.Abstained) = ("4", "0");
        form.ToDecision().Votes!.Yes.ShouldBe(31);
    }
}
