using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Scheduling.Migrations
{
    /// <inheritdoc />
    public partial class Erasure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    to = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    wording = table.Column<int>(type: "integer", nullable: false),
                    about = table.Column<Guid>(type: "uuid", nullable: false),
                    given = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "erased_persons",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    person_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_persons", x => new { x.tenant, x.person_hash });
                });

            migrationBuilder.CreateIndex(
                name: "ix_consents_tenant_about_to_id",
                table: "consents",
                columns: new[] { "tenant", "about", "to", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_tenant_subject_id",
                table: "consents",
                columns: new[] { "tenant", "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_erased_persons_tenant_erased_at",
                table: "erased_persons",
                columns: new[] { "tenant", "erased_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "erased_persons");
        }
    }
}
