using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class GuestMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_event_guests_tenant_event_id_mark",
                table: "event_guests",
                columns: new[] { "tenant", "event_id", "mark" },
                filter: "mark is not null");

            migrationBuilder.CreateIndex(
                name: "ix_event_guests_tenant_mark",
                table: "event_guests",
                columns: new[] { "tenant", "mark" },
                filter: "mark is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_event_guests_tenant_event_id_mark",
                table: "event_guests");

            migrationBuilder.DropIndex(
                name: "ix_event_guests_tenant_mark",
                table: "event_guests");
        }
    }
}
